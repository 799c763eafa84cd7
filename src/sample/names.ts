import type { Chance } from './chance.ts'

/** Names that no two people share. First names come from everywhere; surnames from nobody: they are made up. */
export function uniqueNames(chance: Chance): () => string {
  const taken = new Set<string>()
  return () => {
    for (;;) {
      const name = `${chance.pick(firstNames)} ${surname(chance)}`
      if (taken.has(name)) continue
      taken.add(name)
      return name
    }
  }
}

function surname(chance: Chance): string {
  if (chance.next() < 0.12) return chance.pick(single)
  return chance.pick(beginnings) + chance.pick(endings)
}

const words = (text: string): string[] => text.trim().split(/\s+/)

const firstNames = words(`
  Aaliyah Abena Ade Adwoa Agnieszka Aisha Aisling Akua Alasdair Alba Aled Alesha Alisha Amara
  Amina Anders Aneeka Angharad Anika Ankit Anwen Aoife Aria Arjun Arwel Asha Ayesha Bartek Bea
  Beatriz Bethan Bilal Bronagh Bryn Caoimhe Carys Catrin Cerys Chiara Chidi Chloe Ciara Cormac
  Dafydd Daria Deepa Delroy Devika Dewi Dilys Eilidh Eira Ekow Elif Elin Elowen Emeka Emre Esme
  Eszter Ewan Farah Farid Femi Fergus Ffion Fiadh Finlay Folasade Freya Funmi Gethin Gita Grania
  Guto Gwen Hamza Hana Harleen Haruka Hira Idris Ifeoma Imani Imran Ines Iolo Ioana Isla Ivo Iwan
  Jamila Jasmin Jaya Jia Joao Kamala Kareem Kavita Keira Kemi Kenji Keziah Kirsty Kofi Kwame Lakshmi
  Leila Lewis Lina Llinos Lowri Luca Mabel Maeve Mairi Malika Manon Marek Marisol Mehmet Meera Mina
  Morag Mustafa Nadia Naomi Nasreen Neha Ngozi Nia Niamh Nikhil Nina Noor Nuala Oisin Oluchi Omar
  Orla Osian Owain Pavel Petra Pooja Priya Rafael Rania Rashid Rhian Rhodri Rhys Rina Rohan Roisin
  Rosa Rowena Rukhsana Saanvi Sadia Safiya Sakura Samira Sanjay Saoirse Seren Shanice Shreya Simran
  Sinead Siobhan Siti Sorcha Stellan Sunita Tahira Tamsin Tariq Tegan Temi Teodor Thandi Tomos
  Tunde Uma Usha Vanya Vikram Wanjiru Wei Wren Xin Yasmin Yewande Yusuf Zadie Zahra Zara Zeynep Zofia`)

const beginnings = words(`
  Amber Apple Barley Bracken Bramble Cinder Clover Copper Ember Fern Finch Harbour Hazel Heather
  Honey Ivory Lark Linden Maple Marsh Meadow Moss Nettle Ochre Otter Pebble Plover Quince
  River Saffron Sedge Silver Sorrel Starling Swallow Tansy Thistle Velvet Willow Yarrow`)

const endings = words(`
  anchor brook candle compass drift feather gather hollow kindle lantern light quill ribbon shimmer
  song spindle sparrow thimble thread weaver whisper`)

const single = words(`
  Bracken Candlemoor Dovetail Driftwell Elderbloom Fennel Foxglove Gossamer Greenlace Hollowbrook
  Juniperly Kestrelby Lanternby Larkspur Maplethorn Marigold Merrybridge Nightjar Oakapple Quillon
  Rainbarrow Rushlight Saltmarsh Skylarking Snowberry Springtide Stonecrop Sundew Teasel Thornapple
  Tidewell Windfall Yarrowby`)
